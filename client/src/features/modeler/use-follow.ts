// Reads again every few seconds while the page is seen: counts of running cases are not announced, so that a hidden
// inspection leaves no pulse.
import { useEffect } from 'react';

export const useFollow = (again: () => unknown, everyMs = 5000): void => {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void again();
    }, everyMs);
    return () => clearInterval(timer);
  }, [again, everyMs]);
};
