// The door to rows of work: their order and how one looks.
export { byUrgency, isNotice, isVisit } from './order.ts';
export { TaskItem, titleOf, useOnItsWay } from './task-item.tsx';
