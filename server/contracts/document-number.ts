// 文号 of an official paper. Not a schema: the phone imports it, and needs no validator for it.

/** False for a blank or 〔2019〕 号, as the plans leave it: signed, not yet entered in the register of issues. */
export const isNumbered = (docNo: string): boolean => docNo.trim() !== '' && !/[〕\]]\s*号$/.test(docNo.trim());
