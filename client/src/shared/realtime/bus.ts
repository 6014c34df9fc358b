// Hands single changes to the pages that follow them closely.
import type { Change } from '#contracts/realtime.ts';

type Follower = (change: Change) => void;
const followers = new Set<Follower>();

export const announceChange = (change: Change): void => {
  for (const follower of followers) follower(change);
};
export const followChanges = (follower: Follower): (() => void) => {
  followers.add(follower);
  return () => followers.delete(follower);
};
