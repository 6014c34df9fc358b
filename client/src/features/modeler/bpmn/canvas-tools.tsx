// Zoom and full screen, above the maker's mark that must stay free.
import { AimOutlined, FullscreenOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RefObject } from 'react';
import type { Diagram } from './services.ts';
import { fit } from './use-bpmn.ts';

type Props = { diagram: Diagram | null; frame: RefObject<HTMLElement | null> };

export const CanvasTools = ({ diagram, frame }: Props) => {
  const { t } = useTranslation('models');
  const zoom = (by: number): void => {
    const canvas = diagram?.get('canvas');
    canvas?.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * by)), 'auto');
  };
  const fullScreen = (): void =>
    void (document.fullscreenElement === null ? frame.current?.requestFullscreen() : document.exitFullscreen());
  return (
    <div className="canvas-tools no-print" role="group" aria-label={t('zoom.tools')}>
      <Button icon={<PlusOutlined />} aria-label={t('zoom.in')} onClick={() => zoom(1.25)} />
      <Button icon={<MinusOutlined />} aria-label={t('zoom.out')} onClick={() => zoom(0.8)} />
      <Button
        icon={<AimOutlined />}
        aria-label={t('zoom.fit')}
        onClick={() => (diagram === null ? undefined : fit(diagram))}
      />
      <Button icon={<FullscreenOutlined />} aria-label={t('zoom.full')} onClick={fullScreen} />
    </div>
  );
};
