import type { QuestionFamily } from './question';

export const serviceQuestions: QuestionFamily = { questions: [] };
