// Addresses of single things, as notices and messages carry them: each opens its room with the thing in view.
import { Navigate, useParams } from 'react-router';
import { queryString } from '../shared/api/index.ts';
import { useApi } from '../shared/query/index.ts';
import { Loaded } from '../shared/ui/index.ts';

const useId = (): { params: { id: string } } => ({ params: { id: useParams()['id'] ?? '' } });
type Named = { id: string; campaignId: string };
type Read = { data: Named | undefined; error: unknown; refetch: () => unknown };

const Onward = ({ read, room, name }: { read: Read; room: string; name: string }) => (
  <Loaded read={read}>
    {({ id, campaignId }) => <Navigate to={`${room}${queryString({ campaignId, [name]: id })}`} replace />}
  </Loaded>
);

export const IssueAddress = () => <Onward read={useApi('GET /api/issues/:id', useId())} room="/ledger" name="row" />;
export const EscalationAddress = () => (
  <Onward read={useApi('GET /api/escalations/:id', useId())} room="/escalations" name="open" />
);
export const InspectionAddress = () => (
  <Onward read={useApi('GET /api/inspections/:id', useId())} room="/inspections" name="open" />
);
