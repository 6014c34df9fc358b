// Why a FEEL text is refused at deployment; undefined when it parses.
import { parseExpression, parseUnaryTests, type Parsed } from './feel/parser.ts';

export const checkExpression = (source: string): string | undefined => problem(parseExpression(source));
export const checkUnaryTests = (source: string): string | undefined => problem(parseUnaryTests(source));

const problem = (parsed: Parsed<unknown>): string | undefined => (parsed.ok ? undefined : parsed.message);
