import type { QuestionFamily } from './question';

export const exclusionQuestions: QuestionFamily = { questions: [] };
