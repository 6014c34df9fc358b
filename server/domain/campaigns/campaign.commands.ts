// What people do with a campaign outside a task: draft, edit, submit, reschedule, add a unit, cancel.
import type { BodyOf } from '#contracts/http.ts';
import type { CampaignDraft } from '#contracts/campaigns.ts';
import { counted } from '../../platform/counted.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Work } from '../../platform/slice.ts';
import { addWorkingDays, dayOf, isDay, isoShanghai } from '../calendar/index.ts';
import { isUnit } from '../organisations/index.ts';
import type { CampaignDeps } from './campaign.deps.ts';
import { isOver } from './campaign.lifecycle.ts';
import type { CampaignDocument } from './campaign.model.ts';
import { actOf, type CampaignStore } from './campaign.store.ts';
import { draftOf, emptyDraft } from './draft.ts';
import type { Opener } from './opening.ts';
import { missingOf, type FieldProblem } from './plan-check.ts';
import type { Template } from './template.store.ts';

type Parts = {
  readonly deps: CampaignDeps;
  readonly store: CampaignStore;
  readonly templates: readonly Template[];
  readonly opener: Opener;
};
type Done = { readonly ok: true };
const done: Done = { ok: true };

/** Each fault is said at its field. */
const incomplete = (fields: readonly FieldProblem[]) =>
  refuse('invalid_form', {
    message: {
      zh: `还有${fields.length}处要补或改正，请看各处的提示`,
      en: `${counted(fields.length, 'thing')} to fill in or correct; see the hints at the fields`,
    },
    fields,
  });

const wrongDates = (stage: number) => {
  const message = { zh: '日期不对：结束不能早于开始', en: 'The end lies before the start' };
  return refuse('invalid_form', { message, fields: [{ path: `stages.${stage}.end`, message }] });
};

export const createCampaignCommands = ({ deps, store, templates, opener }: Parts) => {
  const { access, organisations, teams } = deps;

  /** Not found rather than forbidden for what one may not read. */
  const find = async (work: Work, id: string): Promise<Result<CampaignDocument>> => {
    const campaign = await store.load(id, work.session);
    return campaign === null || !access.can(work.actor, 'read', 'Campaign', campaign)
      ? refuse('not_found')
      : ok(campaign);
  };

  const fromTemplate = async (template: Template, title: string | undefined): Promise<CampaignDraft> => {
    const sections = new Map((await organisations.sections()).map(({ name, id }) => [name, id]));
    return draftOf(template, title ?? template.title, sections, {
      unitIds: (await organisations.units()).filter(({ active }) => active).map(({ id }) => id),
      teamIds: (await teams.active()).map(({ _id }) => _id),
    });
  };

  const wrongPlaces = async (draft: CampaignDraft): Promise<FieldProblem[]> => {
    const units = await organisations.byIds(draft.unitIds);
    const known = await teams.teamNames(draft.teamIds);
    const days = [
      ...draft.stages.flatMap(({ start, end, submitDue }) => [start, end, submitDue]),
      ...draft.problems.map(({ due }) => due),
      draft.campaignEnd,
      draft.summaryDue,
      draft.settings.outerDue,
    ];
    return [
      ...(draft.unitIds.some((id) => !isUnit(units.get(id)?.type ?? 'county'))
        ? [{ path: 'unitIds', message: { zh: '只能选择医疗卫生单位', en: 'Choose institutions only' } }]
        : []),
      ...(draft.teamIds.some((id) => !known.has(id))
        ? [{ path: 'teamIds', message: { zh: '督查组不存在', en: 'Unknown team' } }]
        : []),
      ...(days.some((day) => day !== null && !isDay(day))
        ? [{ path: 'stages', message: { zh: '日期要写成2019-04-25这样', en: 'Dates are written YYYY-MM-DD' } }]
        : []),
    ];
  };

  return {
    create: async (actor: Actor, body: BodyOf<'POST /api/campaigns'>): Promise<Result<{ id: string }>> => {
      if (!access.can(actor, 'create', 'Campaign')) return refuse('forbidden');
      const template = templates.find(({ id }) => id === body.templateId);
      if (body.templateId !== null && template === undefined) return refuse('not_found');
      const draft =
        template === undefined ? emptyDraft(body.title ?? '新的整改行动') : await fromTemplate(template, body.title);
      const bureau = await organisations.bureau();
      return deps.transact(actor, async (work) => {
        const created = await store.insert(
          work,
          {
            ...draft,
            _id: deps.ids.next(),
            version: 1,
            state: 'draft',
            leadUnit: bureau?.name ?? template?.leadUnit ?? '',
            origin: template?.origin ?? '',
            templateId: template?.id ?? null,
            notes: template?.notes ?? [],
            siteIds: [],
            submitted: null,
            approved: null,
            startedAt: null,
            closedAt: null,
            deadlines: null,
            stageMarks: [],
            report: null,
            signals: 0,
            createdAt: work.now,
            life: [],
          },
          { kind: 'create', title: template === undefined ? '起草' : `按“${template.title}”起草` },
        );
        return ok({ id: created._id });
      });
    },

    edit: async (
      actor: Actor,
      id: string,
      { version, ...draft }: CampaignDraft & { version: number },
    ): Promise<Result<CampaignDocument>> =>
      deps.transact(actor, async (work) => {
        const found = await find(work, id);
        if (!found.ok) return found;
        if (!access.can(actor, 'edit', 'Campaign', found.value)) return refuse('forbidden');
        if (found.value.state !== 'draft')
          return refuse('rule_refused', {
            message: {
              zh: '已送审的方案不能直接改；阶段日期可以调整',
              en: 'A submitted plan is fixed; its stages can be rescheduled',
            },
          });
        if (found.value.version !== version)
          return refuse('conflict', {
            message: { zh: '别人刚改过这份方案，请对照后再存', en: 'Somebody has just changed this plan' },
            details: { version: found.value.version },
          });
        const wrong = await wrongPlaces(draft);
        if (wrong.length > 0) return incomplete(wrong);
        return store.advance(work, found.value, { patch: draft, entry: { kind: 'edit', title: '修改方案' } });
      }),

    submit: async (actor: Actor, id: string): Promise<Result<Done>> =>
      deps.transact(actor, async (work) => {
        const found = await find(work, id);
        if (!found.ok) return found;
        const campaign = found.value;
        if (!access.can(actor, 'edit', 'Campaign', campaign)) return refuse('forbidden');
        if (campaign.submitted !== null && campaign.state === 'draft')
          return refuse('rule_refused', {
            message: { zh: '退回的方案请在待办“修改方案”里重报', en: 'Resubmit a returned plan from its task' },
          });
        const missing = missingOf(campaign, dayOf(work.now));
        if (missing.length > 0) return incomplete(missing);
        const step = await store.advance(work, campaign, {
          event: 'submit',
          patch: { submitted: actOf(work) },
          entry: { kind: 'submit', title: '送审' },
        });
        if (!step.ok) return step;
        work.send({
          kind: 'publishMessage',
          name: 'campaign.submitted',
          correlationKey: id,
          messageId: `campaign.submitted-${id}`,
          variables: {
            campaignId: id,
            approvalDue: isoShanghai(addWorkingDays(work.now, campaign.settings.approvalDays)),
          },
        });
        return ok(done);
      }),

    cancel: async (actor: Actor, id: string, reason: string): Promise<Result<Done>> =>
      deps.transact(actor, async (work) => {
        const found = await find(work, id);
        if (!found.ok) return found;
        if (!access.can(actor, 'cancel', 'Campaign', found.value)) return refuse('forbidden');
        const step = await store.advance(work, found.value, {
          event: 'cancel',
          patch: { closedAt: work.now },
          entry: { kind: 'cancel', title: '撤销行动', detail: reason, tone: 'bad' },
        });
        if (!step.ok) return step;
        if (found.value.submitted !== null)
          work.send({
            kind: 'publishMessage',
            name: 'campaign.cancelled',
            correlationKey: id,
            messageId: `campaign.cancelled-${id}`,
            variables: {},
          });
        return ok(done);
      }),

    addUnit: async (actor: Actor, id: string, unitId: string): Promise<Result<Done>> =>
      deps.transact(actor, async (work) => {
        const found = await find(work, id);
        if (!found.ok) return found;
        const campaign = found.value;
        if (!access.can(actor, 'edit', 'Campaign', campaign)) return refuse('forbidden');
        const unit = await organisations.byId(unitId, work.session);
        if (campaign.state !== 'running' || unit === null || !isUnit(unit.type) || campaign.unitIds.includes(unitId))
          return refuse('rule_refused', {
            message: {
              zh: '只能给进行中的行动增加尚未参加的单位',
              en: 'Only a running campaign takes a unit it does not have yet',
            },
            fields: [{ path: 'unitId', message: { zh: '请另选单位', en: 'Choose another unit' } }],
          });
        const step = await store.advance(work, campaign, {
          patch: { unitIds: [...campaign.unitIds, unitId] },
          entry: { kind: 'addUnit', title: `增加单位：${unit.name}` },
        });
        if (!step.ok) return step;
        const addedUnit = await opener.openUnit(work, step.value, unitId);
        work.send({
          kind: 'publishMessage',
          name: 'campaign.unitAdded',
          correlationKey: id,
          messageId: `campaign.unitAdded-${id}-${unitId}`,
          variables: { addedUnit },
        });
        return ok(done);
      }),

    reschedule: async (
      actor: Actor,
      id: string,
      body: BodyOf<'PUT /api/campaigns/:id/stages'>,
    ): Promise<Result<Done>> =>
      deps.transact(actor, async (work) => {
        const found = await find(work, id);
        if (!found.ok) return found;
        const campaign = found.value;
        if (!access.can(actor, 'edit', 'Campaign', campaign)) return refuse('forbidden');
        if (isOver(campaign.state) || campaign.state === 'draft' || campaign.state === 'submitted')
          return refuse('rule_refused', { message: { zh: '行动不在进行中', en: 'The campaign is not running' } });
        const wrong = body.stages.findIndex(
          ({ code, start, end }) =>
            !isDay(start) || !isDay(end) || start > end || !campaign.stages.some((stage) => stage.code === code),
        );
        if (wrong >= 0) return wrongDates(wrong);
        const stages = campaign.stages.map((stage) => ({
          ...stage,
          ...body.stages.find(({ code }) => code === stage.code),
        }));
        const moved = stages.flatMap((stage, index) => {
          const old = campaign.stages[index];
          return old === undefined || (old.start === stage.start && old.end === stage.end)
            ? []
            : [
                `${stage.name}：${old.start ?? '未定'}—${old.end ?? '未定'} 改为 ${stage.start ?? ''}—${stage.end ?? ''}`,
              ];
        });
        const step = await store.advance(work, campaign, {
          patch: { stages, signals: campaign.signals + 1 },
          entry: {
            kind: 'reschedule',
            title: '调整阶段日期',
            detail: `${moved.join('；')}。理由：${body.reason}`,
            tone: 'warn',
          },
        });
        if (!step.ok) return step;
        for (const entry of opener.rescheduled(campaign, step.value, work.now)) work.send(entry);
        return ok(done);
      }),
  };
};
