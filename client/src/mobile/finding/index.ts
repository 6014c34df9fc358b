// The door to findings.
export { issueTitle, seenPhotos } from './finding-body.tsx';
export { FindingTask, FindingView } from './finding-page.tsx';
