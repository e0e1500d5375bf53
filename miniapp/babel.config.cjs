module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        targets: { ios: '11', android: '6', chrome: '61' },
        // As Math.pow it would end every program that computes with BigInt: signatures do.
        exclude: ['transform-exponentiation-operator'],
      },
    ],
  ],
};
