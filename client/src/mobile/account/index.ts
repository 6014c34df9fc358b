// The door to signing in and the own account.
export { Account } from './account.tsx';
export { SignIn } from './sign-in.tsx';
