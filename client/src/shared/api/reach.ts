// Whether the last journey to the server arrived, for whoever wants to say so.
/** What stands before the server answers 502 to 504 in its place, the server itself while it is starting. */
export const isArrival = (status: number): boolean => status < 502 || status > 504;

type Follower = (arrived: boolean) => void;

const followers = new Set<Follower>();

export const tellReach = (arrived: boolean): void => {
  for (const follower of followers) follower(arrived);
};
export const followReach = (follower: Follower): (() => void) => {
  followers.add(follower);
  return () => followers.delete(follower);
};
