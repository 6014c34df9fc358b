// The door to parts that show a case: its process, its photos, its words, its life.
import './case-parts.css';

export { CaseFacts } from './case-facts.tsx';
export { EscalationFacts, EscalationRecords, EscalationSteps } from './escalation-facts.tsx';
export { FindingTable } from './finding-table.tsx';
export { IssueFacts } from './issue-facts.tsx';
export { LifeList } from './life-list.tsx';
export { PhotoSide } from './photo-side.tsx';
export { PhotoViewer } from './photo-viewer.tsx';
export { ProcessStrip } from './process-strip.tsx';
export { RoundList } from './round-list.tsx';
export { StepTable } from './step-table.tsx';
export { layStrip, nameWidth } from './strip-layout.ts';
export { pairPhotos, photosOf } from './photo-order.ts';
