// The door of the inbox: a projection of user-task jobs, and every act on a task.
export { createTasks, type Tasks } from './tasks.service.ts';
