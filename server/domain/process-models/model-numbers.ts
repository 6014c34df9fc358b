// The numbers people call the processes by.
const numbers: Readonly<Record<string, string>> = {
  campaign: 'P1',
  institutionCase: 'P2',
  issueRectification: 'P3',
  inspection: 'P4',
  escalation: 'P5',
  signingWindow: 'P5',
  followUpReview: 'P6',
  extensionRequest: 'P8',
  upwardProposal: 'P11',
  backtrack: 'P12',
};

export const numberOf = (modelId: string): string => numbers[modelId] ?? (/^act[A-Z]/.test(modelId) ? 'P5' : '');
