// Files the bundler turns into modules.
/// <reference types="vite/client" />
