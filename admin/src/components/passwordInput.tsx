import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { limits } from '@anxing/contract/limits';
import { Input, type InputProps } from 'antd';

/** A password that can be looked at while it is typed. */
export function PasswordInput(props: Omit<InputProps, 'maxLength' | 'type'>) {
  return (
    <Input.Password
      {...props}
      maxLength={limits.passwordMaxLength}
      iconRender={(isShown) =>
        isShown ? <EyeOutlined aria-label="隐藏输入" /> : <EyeInvisibleOutlined aria-label="显示输入" />
      }
    />
  );
}
