// Each guard rail: the committed models keep it, one broken copy is caught at the right element.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { lintModel } from '../../../processes/lint/index.ts';
import { knownModels, type KnownModels } from '../support/known-models.ts';

let models: KnownModels;
beforeAll(async () => {
  models = await knownModels();
});
const textOf = (name: string): string => {
  const file = models.files.find((each) => each.name === name);
  if (file === undefined) throw new Error(`Expected a model ${name}`);
  return file.text;
};
/** The model with one change, which must really change it. */
const broken = (name: string, change: (xml: string) => string): string => {
  const xml = textOf(name);
  const changed = change(xml);
  expect(changed).not.toBe(xml);
  return changed;
};
const swap = (from: string | RegExp, to: string) => (xml: string) => xml.replace(from, to);
const flowTo = (flow: string, target: string) => swap(new RegExp(`(id="${flow}"[^>]*targetRef=")[^"]*`), `$1${target}`);

describe('the committed models', () => {
  it('have no error and no warning but the one about event sub-processes', async () => {
    const found = [];
    for (const { path, text } of models.files)
      for (const { rule, elementId, message } of await lintModel(text, models.known))
        if (rule !== 'event-sub-process') found.push(`${path} ${elementId} ${rule}: ${message.zh}`);
    expect(found).toEqual([]);
  });

  it('say in Chinese that cases with event sub-processes stay on their version', async () => {
    const found = await lintModel(textOf('issue-rectification.bpmn'), models.known);
    expect(found.map(({ elementId, severity }) => [elementId, severity])).toEqual([
      ['extensionAsked', 'warning'],
      ['issueWithdrawn', 'warning'],
    ]);
  });
});

/** A form of a step the county added, with one fault. */
const ownForm = (from: string, to: string) => (text: string) =>
  text.replace('"id": "confirm-measures"', '"id": "weigh-measures"').replace(from, to);

type Case = readonly [rule: string, what: string, file: string, change: (xml: string) => string, element: string];
const row = 'issue-rectification.bpmn';
const cases: readonly Case[] = [
  ['strike-off-verified', 'a way around the verification', row, flowTo('flowEvidenceSignedToVerifyIssue', 'approve-strike-off'), 'strikeOff'],
  ['strike-off-verified', 'a way around the table', row, swap('=eligibility.allow = true', '=true'), 'strikeOff'],
  ['strike-off-verified', 'a way around the office', row, flowTo('flowEligibleToApproveStrikeOff', 'strikeOff'), 'strikeOff'],
  ['rung-can-be-lifted', 'no step that lifts', 'escalation.bpmn', swap('type="escalations.lift"', 'type="escalations.withdraw"'), 'readLadder'],
  ['rung-can-be-lifted', 'no ear for a settled cause', 'escalation.bpmn', swap('name="escalation.resolved"', 'name="escalation.ended"'), 'readLadder'],
  ['rung-can-be-lifted', 'a dead end after the measures', 'escalation.bpmn', flowTo('flowTakeActionsToAwaitResponse', 'escalationRefused'), 'takeActions'],
  ['secret-until-revealed', 'a target before the reveal', 'inspection.bpmn', swap('source="=conflictFree" target="conflictFree"', 'source="=unitId" target="targetUnit"'), 'checkConflicts'],
  ['user-task', 'nobody to do it', row, swap(/<zeebe:assignmentDefinition[^>]*\/>/, ''), 'register-issue'],
  ['user-task', 'no form', row, swap('<zeebe:formDefinition formId="register-issue" />', ''), 'register-issue'],
  ['user-task', 'an unknown form', row, swap('formId="register-issue"', 'formId="enroll-issue"'), 'register-issue'],
  ['user-task', 'no due date', row, swap(/<zeebe:taskSchedule[^>]*\/>/, ''), 'register-issue'],
  ['feel-readable', 'an equals sign too many', row, swap('dueDate="=due"', 'dueDate="==due"'), 'rectify'],
  ['job-type', 'a type of another form', row, swap('type="issues.strike-off"', 'type="StrikeOff"'), 'strikeOff'],
  ['job-type', 'no retries', row, swap('type="issues.strike-off" retries="3"', 'type="issues.strike-off" retries="0"'), 'strikeOff'],
  ['message-contract', 'a key that is no id', row, swap('correlationKey="=issueId"', 'correlationKey="=campaign"'), 'extensionGranted'],
  ['null-safe-message', 'a mapping that may write null', row, swap(/source="=if newDue = null then due else newDue" target="due" \/>(?=[^]*?<\/zeebe:ioMapping>[^]*?<bpmn:messageEventDefinition id="extensionGrantedDefinition")/g, 'source="=newDue" target="due" />'), 'extensionGranted'],
  ['call-activity', 'a copy of all variables', row, swap('propagateAllChildVariables="false"', 'propagateAllChildVariables="true"'), 'proposeUpward'],
  ['call-activity', 'a collected value that is not mapped out', 'escalation.bpmn', swap('<zeebe:output source="=outcome" target="outcome" />', ''), 'takeActions'],
  ['called-known', 'a process that does not exist', row, swap('processId="upwardProposal"', 'processId="upward"'), 'proposeUpward'],
  ['called-known', 'a table that does not exist', row, swap('decisionId="fixRouting"', 'decisionId="route"'), 'decideRoute'],
  ['gateway-conditions', 'no default', row, swap(' default="flowMeasuresCompleteToRegisterIssue"', ''), 'measuresComplete'],
  ['gateway-conditions', 'no condition', row, swap(/<bpmn:conditionExpression[^>]*>=complete = true<\/bpmn:conditionExpression>/, ''), 'flowMeasuresCompleteToDecideRoute'],
  ['condition-variable', 'a name nobody writes', row, swap('>=complete = true<', '>=completed = true<'), 'flowMeasuresCompleteToDecideRoute'],
  ['condition-variable', 'an answer that is not mapped out', row, swap('<zeebe:output source="=complete" target="complete" />', ''), 'flowMeasuresCompleteToDecideRoute'],
  ['condition-variable', 'a table whose result goes by another name', row, swap('decisionId="fixRouting" resultVariable="routing"', 'decisionId="fixRouting" resultVariable="route"'), 'flowPolicyNeededToRaiseUpward'],
  ['condition-variable', 'what only a later step writes', row, swap('>=complete = true<', '>=verdict = "passed"<'), 'flowMeasuresCompleteToDecideRoute'],
  ['condition-variable', 'what a caller does not hand in', 'extension-request.bpmn', swap('>=endorsed = true<', '>=continuing = true<'), 'flowExtensionEndorsedToDecidePolicy'],
  ['event-gateway-timer', 'no way out by time', 'campaign.bpmn', flowTo('flowAwaitEndDateToEndReached', 'endMovedCampaign'), 'awaitEndDate'],
  ['merge-before-task', 'a return into the task itself', 'institution-case.bpmn', flowTo('flowPlanSignedToEnterPlan', 'submit-plan'), 'submit-plan'],
  ['return-sets-due', 'a return without a new date', row, swap('source="=if newDue = null then due else newDue" target="due"', 'source="=newDue" target="other"'), 'rectify'],
  ['guarded-reminder', 'a reminder for a day that is over', row, swap(/=if date and time\(due\) - duration\(reminders.first\)[^<]*/, '=date and time(due) - duration(reminders.first)'), 'firstReminder'],
  ['timer-form', 'a cycle the engine does not know', row, swap(/<bpmn:timeDate([^>]*)>=date and time\(due\)<\/bpmn:timeDate>/, '<bpmn:timeCycle$1>=cycle(3, now(), duration("P1D"))</bpmn:timeCycle>'), 'dueReached'],
  ['timer-form', 'a month that drifts', row, swap(/<bpmn:timeDate([^>]*)>=date and time\(due\)<\/bpmn:timeDate>/, '<bpmn:timeCycle$1>R/2028-05-31T12:00:00+08:00/P1M</bpmn:timeCycle>'), 'dueReached'],
  ['timer-form', 'five parts of cron', row, swap(/<bpmn:timeDate([^>]*)>=date and time\(due\)<\/bpmn:timeDate>/, '<bpmn:timeCycle$1>0 12 * * THU</bpmn:timeCycle>'), 'dueReached'],
  ['date-with-zone', 'a moment without zone', row, swap('=date and time(due)<', '=date and time("2027-01-01T00:00:00")<'), 'dueReached'],
  ['no-escalation-event', 'an escalation nobody hears', row, swap(/(<bpmn:endEvent id="struckOff"[^]*?)<\/bpmn:endEvent>/, '$1<bpmn:escalationEventDefinition /></bpmn:endEvent>'), 'struckOff'],
  ['action-process', 'no outcome', 'act-reminder.bpmn', swap('target="outcome"', 'target="result"'), 'actReminder'],
  ['readable', 'no Chinese name', row, swap('name="登记问题"', 'name="Register"'), 'register-issue'],
  ['readable', 'a name too long for the box', row, swap('name="登记问题"', 'name="登记问题和整改措施"'), 'register-issue'],
  ['ladder', 'a next rung that does not exist', 'ladder.dmn', swap('<text>"circular"</text>\n        </outputEntry>\n        <outputEntry id="ladderRule1Output7">', '<text>"letter"</text>\n        </outputEntry>\n        <outputEntry id="ladderRule1Output7">'), 'ladderRule1'],
  ['ladder', 'a measure that is not deployed', 'ladder.dmn', swap('["actInterview"]', '["actVisit"]'), 'ladderRule3'],
  ['ladder', 'a wait that is no duration', 'ladder.dmn', swap('"P7D"', '"7 days"'), 'ladderRule2'],
  ['ladder', 'a time to recall that is no duration', 'ladder.dmn', swap('"PT10S"', '"10 seconds"'), 'ladderRule1'],
  ['ladder', 'an unknown approver', 'ladder.dmn', swap('"office"', '"mayor"'), 'ladderRule1'],
  ['ladder', 'a circle', 'ladder.dmn', swap('<text>null</text>', '<text>"reminder"</text>'), 'ladderRule6'],
  ['escalation-rungs', 'a rung the ladder lacks', 'escalation-level.dmn', swap('"exposure"', '"prison"'), 'escalationLevelRule12'],
  ['strike-off-eligibility', 'a yes without verification', 'strike-off-eligibility.dmn', swap('<text>"passed"</text>', '<text>-</text>'), 'strikeOffEligibilityRule4'],
  ['catch-all', 'no row for the rest', 'fix-routing.dmn', swap(/<rule id="fixRoutingRule4">[^]*?<\/rule>/, ''), 'fixRouting'],
  ['form', 'a field the server needs is gone', 'confirm-measures.form', swap('"key": "complete"', '"key": "finished"'), 'confirm-measures'],
  ['form', 'a key that says whose case it is', 'confirm-measures.form', ownForm('"key": "complete"', '"key": "issueId"'), 'confirmMeasuresComplete'],
  ['form', 'a key no process can read', 'confirm-measures.form', ownForm('"key": "complete"', '"key": "齐全"'), 'confirmMeasuresComplete'],
  ['form', 'a control only a built-in task fills', 'confirm-measures.form', ownForm('"type": "radio"', '"type": "table"'), 'confirmMeasuresComplete'],
];

describe('a guard rail', () => {
  it.each(cases)('%s catches %s in %s', async (rule, _what, file, change, element) => {
    const found = await lintModel(broken(file, change), models.known);
    const own = found.filter((each) => each.rule === rule);
    expect(own.map(({ elementId }) => elementId)).toContain(element);
    for (const { message } of own) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it('lets a county add a step that is answered by a form of its own', async () => {
    const known = { ...models.known, forms: [...(models.known.forms ?? []), 'enrol-issue'] };
    const added = broken(row, (xml) => xml.replaceAll('"register-issue"', '"enrol-issue"'));
    expect((await lintModel(added, known)).filter(({ severity }) => severity === 'error')).toEqual([]);
    const form = broken('confirm-measures.form', ownForm('"key": "complete"', '"key": "allThere"'));
    expect(await lintModel(form, known)).toEqual([]);
  });

  it('is silent about a condition where a form, a message or a caller may bring anything', async () => {
    const asks = broken(row, swap('>=complete = true<', '>=allThere = true<'));
    const about = async (xml: string, known: KnownModels['known']): Promise<string[]> =>
      (await lintModel(xml, known)).filter(({ rule }) => rule === 'condition-variable').map(({ message }) => message.zh);
    expect((await about(asks, models.known)).join()).toContain('“allThere”');
    // the fields of a county's own form become variables
    const own = { ...models.known, forms: [...(models.known.forms ?? []), 'weigh-measures'] };
    const unmapped = asks.replace(/(?<=formId=")register-issue(?=")/, 'weigh-measures');
    expect(await about(unmapped, own)).toEqual([]);
    const { payloads: _, ...unheard } = models.known;
    expect(await about(asks, unheard)).toEqual([]);
    const called = broken('extension-request.bpmn', swap('>=endorsed = true<', '>=allThere = true<'));
    expect(await about(called, models.known)).toHaveLength(1);
    expect(await about(called, { ...models.known, handedIn: {} })).toEqual([]);
  });

  it('catches a job without a worker and a message without a sender, when these are known', async () => {
    const found = await lintModel(textOf(row), { jobTypes: [], messages: [] });
    expect(new Set(found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))).toEqual(
      new Set(['job-type', 'message-contract']),
    );
  });

  it('answers a broken file with a finding, not with an exception', async () => {
    for (const text of ['', '<a', '{"id":', '<bpmn:definitions>'])
      expect((await lintModel(text)).map(({ severity }) => severity)).toContain('error');
  });
});
