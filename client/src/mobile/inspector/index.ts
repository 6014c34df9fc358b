// The door to the home of inspectors.
export { InspectorHome } from './inspector-home.tsx';
