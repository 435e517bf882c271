import type { QuestionFamily } from './question';

export const enforcementQuestions: QuestionFamily = { questions: [] };
