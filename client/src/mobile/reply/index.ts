// The door to answering findings.
export { uploadFor } from './blocks.tsx';
export { handIn } from './hand-in.ts';
export { ReplyPage } from './reply-page.tsx';
export { SignBlock } from './sign-block.tsx';
