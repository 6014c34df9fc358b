// The door to the queue and the receipt.
export { QueuePage } from './queue-page.tsx';
export { SentPage } from './sent-page.tsx';
