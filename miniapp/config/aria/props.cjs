const aria = { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' };

exports.ariaProps = {
  View: aria,
  Text: aria,
  Button: aria,
  Image: aria,
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
  Canvas: aria,
};
