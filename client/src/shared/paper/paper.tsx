// An official letter as it will print: red head, number, red rule, title, body, seal, copies (the look of GB/T 9704).
import { useTranslation } from 'react-i18next';
import type { EscalationDetail } from '#contracts/escalations.ts';
import { isNumbered } from '#contracts/document-number.ts';
import { officialDay } from '../time/index.ts';
import './paper.css';

export type Letter = EscalationDetail['documents'][number];

const paragraphs = (body: string): string[] =>
  body
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const Paper = ({ letter }: { letter: Letter }) => {
  const { t, i18n } = useTranslation('paper');
  // the paper itself is Chinese whoever reads it; only our marks on it follow the reader
  const paper = i18n.getFixedT('zh-CN', 'paper');
  return (
    <article className="paper" lang="zh-CN" aria-label={letter.title}>
      <p className="paper-issuer">{paper('issuer', { issuer: letter.issuer })}</p>
      <div className="paper-numbers">
        <span>
          {letter.docNo}
          {isNumbered(letter.docNo) ? null : <span className="paper-blank no-print">{t('noNumber')}</span>}
        </span>
        <span>
          {letter.signer === ''
            ? letter.state === 'issued'
              ? ''
              : paper('unsigned')
            : paper('signer', { name: letter.signer })}
        </span>
      </div>
      <h2>{letter.title}</h2>
      <p className="paper-to">{paper('to', { to: letter.addressee })}</p>
      {paragraphs(letter.body).map((line, index) => (
        <p key={index} className="paper-line">
          {line}
        </p>
      ))}
      <div className="paper-sign">
        {letter.state === 'issued' ? null : <span className="paper-seal">{t(`seal.${letter.state}`)}</span>}
        <div>
          <div>{letter.issuer}</div>
          <div>{officialDay(letter.date)}</div>
        </div>
      </div>
      {letter.copies === '' ? null : <p className="paper-copies">{paper('copies', { to: letter.copies })}</p>}
    </article>
  );
};
