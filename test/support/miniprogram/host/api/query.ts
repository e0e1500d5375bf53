import { topPage } from '../app/navigation';
import { nodeOf } from '../app/nodes';
import { Canvas } from '../elements/canvas';
import { MiniElement } from '../elements/miniElement';
import { ScrollView } from '../elements/scrollView';

interface Fields {
  id?: boolean;
  dataset?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  node?: boolean;
  properties?: string[];
  computedStyle?: string[];
}

type Answer = Record<string, unknown>;
type Callback = (answer: unknown) => void;

function scrollOf(element: Element): Answer {
  const scroller = element instanceof ScrollView ? element.scroller : element;
  const { scrollTop, scrollLeft, scrollWidth, scrollHeight } = scroller;

  return { scrollTop, scrollLeft, scrollWidth, scrollHeight };
}

/** Positions count from the corner of the window under the title bar. */
function rectOf(element: Element): Answer {
  const corner = topPage().view.window.getBoundingClientRect();
  const { left, right, top, bottom } = element.getBoundingClientRect();

  return {
    left: left - corner.left,
    right: right - corner.left,
    top: top - corner.top,
    bottom: bottom - corner.top,
  };
}

function namedValues(element: Element, { properties = [], computedStyle = [] }: Fields): Answer {
  const style = getComputedStyle(element);
  const values =
    element instanceof MiniElement ? properties.map((name) => [name, element.attribute(name)]) : [];
  const styles = computedStyle.map((name) => [name, style.getPropertyValue(name)]);

  return Object.fromEntries([...values, ...styles]) as Answer;
}

function answerFor(element: Element, fields: Fields): Answer {
  const { width, height } = element.getBoundingClientRect();

  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: { ...nodeOf(element)?.dataset } }),
    ...(fields.rect && rectOf(element)),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && scrollOf(element)),
    ...(fields.node && { node: element instanceof Canvas ? element.node() : null }),
    ...namedValues(element, fields),
  };
}

/** wx.createSelectorQuery and my.createSelectorQuery: questions about the open page, answered together. */
export class SelectorQuery {
  private readonly questions: { ask: () => unknown; tell?: Callback }[] = [];

  in(): this {
    return this;
  }

  select(selector: string) {
    return this.about(() => topPage().view.scroller.querySelector(selector) ?? undefined);
  }

  selectAll(selector: string) {
    return this.about(() => [...topPage().view.scroller.querySelectorAll(selector)]);
  }

  selectViewport() {
    return this.about(() => topPage().view.scroller);
  }

  exec(done?: (answers: unknown[]) => void): this {
    requestAnimationFrame(() => {
      const answers = this.questions.map(({ ask, tell }) => {
        const answer = ask();
        tell?.(answer);

        return answer;
      });
      done?.(answers);
    });

    return this;
  }

  private about(find: () => Element | Element[] | undefined) {
    const fields = (wanted: Fields, tell?: Callback) => {
      const ask = () => {
        const found = find();
        if (Array.isArray(found)) {
          return found.map((element) => answerFor(element, wanted));
        }

        return found ? answerFor(found, wanted) : null;
      };
      this.questions.push({ ask, tell });

      return this;
    };

    return {
      fields,
      boundingClientRect: (tell?: Callback) =>
        fields({ id: true, dataset: true, rect: true, size: true }, tell),
      scrollOffset: (tell?: Callback) => fields({ id: true, dataset: true, scrollOffset: true }, tell),
      node: (tell?: Callback) => fields({ node: true }, tell),
    };
  }
}
