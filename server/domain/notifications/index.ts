// The door of notifications: what people are told besides their tasks.
export { createNotifications, type Notifications } from './notifications.service.ts';
