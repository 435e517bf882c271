import type { QuestionFamily } from './question';

export const attendanceQuestions: QuestionFamily = { questions: [] };
