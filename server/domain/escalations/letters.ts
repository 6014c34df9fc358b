// Official wording of each paper as data; `{…}` are facts. What the facts do not say stays blank.
import type { Paper } from './escalation.record.ts';

type Letter = {
  readonly title: string;
  readonly addressee: string;
  readonly body: readonly string[];
  readonly copies: string;
};
export type LetterFacts = {
  readonly unit: string;
  readonly issuer: string;
  readonly trigger: string;
  readonly issueNo: string;
  readonly fact: string;
  readonly foundBy: string;
  readonly foundOn: string;
  readonly due: string;
  readonly overdueDays: string;
  readonly story: string;
  readonly today: string;
  readonly respondBy: string;
};

const leadingGroup = '县健康扶贫工作领导小组、县纪委监委派驻纪检组';

export const letters: Readonly<Record<Paper['kind'], Letter>> = {
  reminder: {
    title: '关于催办{unit}问题整改的通知',
    addressee: '{unit}',
    body: [
      '{foundOn}{foundBy}发现{fact}，列入整改台账第{issueNo}号，整改时限为{due}。{overdueDays}',
      '请你单位收到后及时签收，抓紧整改，并于{respondBy}前书面回应。',
    ],
    copies: '',
  },
  circular: {
    title: '关于{unit}整改不力情况的通报',
    addressee: '局属各医疗卫生单位',
    body: [
      '{foundOn}{foundBy}发现{unit}{fact}，列入整改台账第{issueNo}号，整改时限为{due}。',
      '{story}截至{today}，{overdueDays}',
      '经研究，对{unit}予以通报，列为重点督办单位。请该单位于{respondBy}前整改到位，并书面报告原因、措施和责任人。',
    ],
    copies: leadingGroup,
  },
  interview: {
    title: '关于约谈{unit}主要负责人的通知',
    addressee: '{unit}',
    body: [
      '因{trigger}：{fact}，台账第{issueNo}号。{story}',
      '经研究，决定约谈你单位主要负责人。约谈时间、地点另行通知，请准备书面说明，包括原因、责任和整改承诺。',
    ],
    copies: leadingGroup,
  },
  criticism: {
    title: '关于对{unit}通报批评的决定',
    addressee: '局属各医疗卫生单位',
    body: [
      '{unit}{trigger}：{fact}，台账第{issueNo}号。{story}',
      '经研究，决定对{unit}在全县予以通报批评，并倒查有关人员责任。各单位要引以为戒，举一反三，确保整改真实、到位。',
    ],
    copies: leadingGroup,
  },
  accountability: {
    title: '关于{unit}有关问题的问责决定',
    addressee: '{unit}',
    body: [
      '因{trigger}：{fact}，台账第{issueNo}号。{story}',
      '经研究，对有关责任人员予以问责，处理结果按规定范围知晓。请你单位于{respondBy}前报送落实情况。',
    ],
    copies: '县纪委监委派驻纪检组',
  },
  exposure: {
    title: '关于{unit}有关问题的公开通报',
    addressee: '社会公众',
    body: ['{unit}{trigger}：{fact}。{story}', '现予公开通报。{issuer}将继续督促整改，并公布整改结果。'],
    copies: '',
  },
};

const filled = (text: string, facts: LetterFacts): string =>
  text.replace(/\{(\w+)\}/g, (_whole, name: string) => facts[name as keyof LetterFacts] ?? '');

/** What a person typed ends with a mark of its own; the sentence around it brings another. */
const withoutEnd = (text: string): string => text.trim().replace(/[。；，.;,]+$/, '');

export const writeLetter = (kind: Paper['kind'], given: LetterFacts) => {
  const letter = letters[kind];
  const facts = { ...given, fact: withoutEnd(given.fact) };
  const body = letter.body
    .map((paragraph) => filled(paragraph, facts))
    // a matter without a row has no number
    .map((paragraph) => paragraph.replace(/，?(列入整改)?台账第号/g, '').replace(/，整改时限为。/g, '。'))
    // nor is it known who found it, and when
    .map((paragraph) => paragraph.replace(/^发现/, ''));
  return {
    title: filled(letter.title, facts),
    addressee: filled(letter.addressee, facts),
    body: body.join('\n'),
    copies: letter.copies,
  };
};
