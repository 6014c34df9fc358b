// The door to the home of inspectors.
export { QueueBadge } from './queue-badge.tsx';
export { InspectorHome } from './inspector-home.tsx';
