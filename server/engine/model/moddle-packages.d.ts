// Declares the XML readers that ship without types of their own.
declare module 'bpmn-moddle' {
  type Parsed = { rootElement: unknown; warnings: { message: string; property?: string; value?: string }[] };
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string, typeName?: string): Promise<Parsed>;
    toXML(element: unknown, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}
declare module 'dmn-moddle' {
  type Parsed = { rootElement: unknown; warnings: { message: string; property?: string; value?: string }[] };
  export class DmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string, typeName?: string): Promise<Parsed>;
    toXML(element: unknown, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}
