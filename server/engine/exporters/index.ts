// Door of the exporters: committed records to whoever builds views from them.
export { BulkExporter } from './bulk-exporter.ts';
export type { BulkTarget } from './bulk-sender.ts';
