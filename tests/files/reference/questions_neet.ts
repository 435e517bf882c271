import { makeLeavers } from './neet_leavers';
import { makePairs } from './neet_pairs';
import { makePositions } from './neet_positions';
import { makeNeetSpells } from './neet_spells';
import type { QuestionFamily } from './question';
import { neetLeaverQuestions } from './questions_neet_leavers';
import { neetRateQuestions } from './questions_neet_rates';
import { neetRecordQuestions } from './questions_neet_records';

export const neetQuestions: QuestionFamily = {
  prepare: async (native) => {
    await makePositions(native);
    await makeNeetSpells(native);
    await makePairs(native);
    await makeLeavers(native);
  },
  questions: [...neetRateQuestions, ...neetRecordQuestions, ...neetLeaverQuestions],
};
