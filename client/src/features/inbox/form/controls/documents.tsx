// Attachments: the file control that also takes documents.
import type { ControlProps } from '../control.ts';
import { FilesControl } from './files.tsx';

export const DocumentsControl = (props: ControlProps) => <FilesControl {...props} documents />;
