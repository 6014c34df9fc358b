// Which files an entry of the client may ever ask for.
import { describe, expect, it } from '@jest/globals';
import { filesOf } from '../../../../client/phone-worker.ts';

const manifest = {
  'm.html': { file: 'assets/m.js', css: ['assets/m.css'], imports: ['_api.js'], dynamicImports: ['socket'] },
  '_api.js': { file: 'assets/api.js', imports: ['_api.js'] },
  socket: { file: 'assets/socket.js', assets: ['assets/a.woff2'], imports: ['_api.js'], dynamicImports: ['deep'] },
  deep: { file: 'assets/deep.js' },
  'index.html': { file: 'assets/index.js', imports: ['_api.js'] },
};

describe('the files of an entry', () => {
  it('are those of its whole graph, parts fetched later too, each once', () => {
    const names = ['a.woff2', 'api.js', 'deep.js', 'm.css', 'm.js', 'socket.js'];
    expect(filesOf(manifest, 'm.html')).toEqual(names.map((name) => `assets/${name}`));
  });

  it('are not guessed when the build says nothing about the entry', () => {
    expect(() => filesOf({}, 'm.html')).toThrow('m.html');
  });
});
