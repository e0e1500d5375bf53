import { livelyTags, missingTags, plainTags } from '../../tags';
import { Button } from './button';
import { Canvas } from './canvas';
import { Checkbox, CheckboxGroup, Label, Radio, RadioGroup, Switch } from './check';
import { Form } from './form';
import { Image } from './image';
import { Input, Textarea } from './input';
import { MiniElement } from './miniElement';
import { Picker } from './picker';
import { ScrollView } from './scrollView';
import { Slider } from './slider';
import { Icon, Missing, Navigator, Progress, RichText, WebView } from './small';
import { Swiper } from './swiper';

const classes: Record<string, typeof MiniElement> = {
  button: Button,
  canvas: Canvas,
  checkbox: Checkbox,
  'checkbox-group': CheckboxGroup,
  'cover-image': Image,
  form: Form,
  icon: Icon,
  image: Image,
  input: Input,
  label: Label,
  navigator: Navigator,
  picker: Picker,
  progress: Progress,
  radio: Radio,
  'radio-group': RadioGroup,
  'rich-text': RichText,
  'scroll-view': ScrollView,
  slider: Slider,
  swiper: Swiper,
  switch: Switch,
  textarea: Textarea,
  'web-view': WebView,
};

/** A class of its own for each tag: the browser wants one. */
function define(tag: string, base: typeof MiniElement): void {
  customElements.define(`wx-${tag}`, class extends base {});
}

/** Makes the built-in components known to the browser. */
export function defineElements(): void {
  livelyTags.forEach((tag) => define(tag, classes[tag] ?? MiniElement));
  plainTags.forEach((tag) => define(tag, MiniElement));
  missingTags.forEach((tag) => define(tag, Missing));
}
