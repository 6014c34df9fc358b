// A form of the shipped models in the reader's language: what is shown is told, what is kept on record stays.
import type { TaskDetail } from '#contracts/tasks.ts';
import { toldIn, type Names } from './told-in.ts';

type Form = TaskDetail['form'];
type Component = Form['components'][number];
const shown = ['label', 'description', 'text', 'dateLabel', 'timeLabel'];

/** Keys, values and the sentence a signature puts on record are never touched. */
export const formIn = (form: Form, chinese: Names, spoken: Names): Form => {
  if (chinese === spoken) return form;
  const told = (value: unknown): unknown => (typeof value === 'string' ? toldIn(value, chinese, spoken) : value);
  const component = (each: Component): Component =>
    Object.fromEntries(
      Object.entries(each).map(([name, value]) => {
        if (shown.includes(name)) return [name, told(value)];
        if ((name === 'components' || name === 'values') && Array.isArray(value))
          return [name, (value as Component[]).map(component)];
        return [name, value];
      }),
    );
  return { ...form, components: form.components.map(component) };
};
