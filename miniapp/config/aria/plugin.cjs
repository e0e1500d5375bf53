/**
 * Taro drops attributes that its templates do not list, and it lists none for screen readers. This adds them to the
 * templates (build) and, through `runtime.js`, to the names that the running app sends.
 */
const path = require('node:path');

const { ariaProps } = require('./props.cjs');

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) {
        return;
      }
      platform.template.mergeComponents(ctx, ariaProps);
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'runtime.js'));
    },
  });
};
