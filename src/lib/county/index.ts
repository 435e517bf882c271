export * from './county';
export { labelPoint } from './outlines';
export { kent } from './kent';
