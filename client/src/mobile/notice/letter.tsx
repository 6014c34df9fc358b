// An official letter: issuer in red, number, title, addressee, body, signature and date.
import type { ReactElement } from 'react';
import type { EscalationDetail } from '#contracts/escalations.ts';
import { isNumbered } from '#contracts/document-number.ts';
import { letterDate } from '../time/index.ts';
import { say } from '../words/index.ts';

type OfficialDocument = EscalationDetail['documents'][number];

export const Letter = ({ letter }: { letter: OfficialDocument }): ReactElement => (
  <article className="letter">
    <p className="issuer">{letter.issuer}</p>
    <p className="number">
      {letter.docNo}
      {!isNumbered(letter.docNo) && say('notice.noNumber')}
    </p>
    <h2>{letter.title}</h2>
    <div className="text">
      <p className="to">{say('notice.to', { name: letter.addressee })}</p>
      {letter.body
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </div>
    <div className="sign">
      <p>{letter.issuer}</p>
      <p>{letter.date === '' ? say('notice.noDate') : letterDate(letter.date)}</p>
    </div>
    {letter.copies !== '' && <p className="muted">{say('notice.copies', { who: letter.copies })}</p>}
  </article>
);
