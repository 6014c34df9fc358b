// Default words and HTTP status of every problem code: says what to do, in Chinese and English.
import type { Problem, ProblemCode, Text } from '#contracts/problem.ts';
import type { Refusal } from './result.ts';

const entry = (status: number, zh: string, en: string) => ({ status, message: { zh, en } });

export const problemTexts = {
  bad_request: entry(
    400,
    '请求的内容不对，请刷新页面后再试。',
    'The request is malformed; reload the page and try again.',
  ),
  invalid_form: entry(422, '有几处没有填好，请按提示改正。', 'Some fields need correction; see the hints.'),
  not_signed_in: entry(401, '请先登录。', 'Please sign in first.'),
  session_expired: entry(
    401,
    '登录已过期，请重新登录；填写的内容还在。',
    'Your session has expired; sign in again, what you typed is kept.',
  ),
  wrong_credentials: entry(401, '用户名或密码不对。', 'User name or password is wrong.'),
  forbidden: entry(
    403,
    '您的岗位不能做这件事；需要时请联系整改办公室。',
    'Your role may not do this; contact the office if you need it.',
  ),
  not_found: entry(404, '没有找到，可能已被删除或您无权查看。', 'Not found: it may be gone, or you may not see it.'),
  conflict: entry(
    409,
    '内容刚刚被别人改过，请刷新后再提交；填写的内容还在。',
    'Someone has just changed this; reload and submit again, what you typed is kept.',
  ),
  task_gone: entry(
    409,
    '这项任务已经办结或被撤回，不能再提交；填写的内容还在。',
    'This task is already finished or withdrawn; what you typed is kept.',
  ),
  task_held: entry(
    409,
    '这项任务正由别人办理；填写的内容还在。',
    'Someone else holds this task; what you typed is kept.',
  ),
  four_eyes: entry(
    409,
    '同一人不能既提交又审批，请由另一位同事办理。',
    'One person may not both submit and approve; ask a colleague.',
  ),
  own_unit: entry(
    409,
    '不能核查、评分或销号本单位的问题，请由其他单位的人员办理。',
    'Nobody verifies or strikes off for their own unit.',
  ),
  rule_refused: entry(409, '按规则现在不能这样办。', 'The rules do not allow this now.'),
  evidence_incomplete: entry(422, '佐证材料还不齐，请补齐后再提交。', 'Evidence is incomplete; add what is missing.'),
  too_large: entry(413, '文件太大，请压缩到 20 MB 以内。', 'The file is too large; keep it below 20 MB.'),
  wrong_file_type: entry(
    415,
    '只能上传照片（JPEG、PNG、WebP、HEIC）或 PDF、Office 文档。',
    'Only photos (JPEG, PNG, WebP, HEIC), PDF or Office documents.',
  ),
  duplicate: entry(409, '已经有一样的记录。', 'The same record exists already.'),
  rate_limited: entry(429, '操作太频繁，请过一会儿再试。', 'Too many attempts; try again in a while.'),
  model_invalid: entry(422, '流程模型有错误，改正后才能部署。', 'The model has errors; correct them before deploying.'),
  model_unchanged: entry(
    409,
    '与运行中的版本完全相同，不需要部署。',
    'Identical to the running version; nothing to deploy.',
  ),
  draft_conflict: entry(
    409,
    '别人也在编辑这份草稿，请先合并再保存。',
    'Someone else saved this draft; merge before saving.',
  ),
  store_unavailable: entry(
    503,
    '数据存储暂时连不上，请稍后再试；填写的内容还在。',
    'The store cannot be reached now; try again in a moment, what you typed is kept.',
  ),
  engine_unavailable: entry(
    503,
    '流程引擎暂时连不上，稍后会自动重试。',
    'The process engine cannot be reached; it will be retried.',
  ),
  engine_refused: entry(409, '流程引擎拒绝了这次操作。', 'The process engine refused this.'),
  setup_done: entry(409, '系统已经初始化过，请直接登录。', 'Set-up is already done; please sign in.'),
  internal: entry(500, '系统出错了，已记录；请稍后再试。', 'Something failed and was recorded; try again later.'),
} satisfies Record<ProblemCode, { status: number; message: Text }>;

export const messageOf = ({ code, message }: Refusal): Text => message ?? problemTexts[code].message;

export const problemOf = (refusal: Refusal): Problem => ({
  code: refusal.code,
  message: messageOf(refusal),
  ...(refusal.fields ? { fields: refusal.fields.map((field) => ({ ...field })) } : {}),
  ...(refusal.details ? { details: { ...refusal.details } } : {}),
});

export const statusOf = (code: ProblemCode): number => problemTexts[code].status;
