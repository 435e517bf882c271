import type { QuestionFamily } from './question';

export const neetQuestions: QuestionFamily = { questions: [] };
