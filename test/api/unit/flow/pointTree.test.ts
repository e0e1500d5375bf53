import { subtrees } from '../../../../api/src/flow/pointTree';

test('everybody comes with those below, itself first', () => {
  const trees = subtrees([
    { id: 'gate', parentId: 'floor' },
    { id: 'house', parentId: null },
    { id: 'floor', parentId: 'house' },
    { id: 'alone', parentId: null },
  ]);
  expect(trees.get('house')).toEqual(['house', 'floor', 'gate']);
  expect(trees.get('floor')).toEqual(['floor', 'gate']);
  expect(trees.get('gate')).toEqual(['gate']);
  expect(trees.get('alone')).toEqual(['alone']);
});

test('a point whose parent is missing stands alone', () => {
  expect(subtrees([{ id: 'a', parentId: 'gone' }])).toEqual(new Map([['a', ['a']]]));
});
