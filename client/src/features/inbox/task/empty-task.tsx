// No task is open.
import { useTranslation } from 'react-i18next';
import { EmptyNote, KeyCap } from '../../../shared/ui/index.ts';

export const EmptyTask = ({ empty }: { empty: boolean }) => {
  const { t } = useTranslation('inbox');
  return (
    <EmptyNote>
      {t(empty ? 'nothingLeft' : 'chooseOne')}{' '}
      {empty ? null : (
        <>
          <KeyCap>J</KeyCap> <KeyCap>K</KeyCap> <KeyCap>Enter</KeyCap>
        </>
      )}
    </EmptyNote>
  );
};
