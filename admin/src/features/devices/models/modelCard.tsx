import type { DeviceModel } from '@anxing/contract/devices';
import { Alert } from 'antd';

import { Instant } from '../../../components/instant';
import { modelName } from '../modelName';
import { ModelStateTag } from '../modelStateTag';
import { RunResult } from '../runResult';
import { ModelActions } from './modelActions';
import { ModelSteps } from './modelSteps';
import { RunAddress } from './runAddress';

function Agreement({ agreement }: Pick<DeviceModel, 'agreement'>) {
  return (
    agreement && (
      <p className="soft">
        {agreement.by} 于 <Instant at={agreement.at} /> 确认安全协议（{agreement.version}）
      </p>
    )
  );
}

/** A model with its steps, and what is to be done next. */
export function ModelCard({ model }: { model: DeviceModel }) {
  const { state, run, decision, contact, devices } = model;

  return (
    <section className="panel modelCard" aria-label={modelName(model)}>
      <h3>
        {modelName(model)} <ModelStateTag state={state} />
      </h3>
      <ModelSteps model={model} />
      <p className="soft">
        联系人 {contact.name} {contact.phone}，设备 {devices} 台
      </p>
      {state === 'refused' && <Alert type="error" showIcon title={`未通过：${decision?.reason ?? ''}`} />}
      {run && <RunResult run={run} />}
      {run?.state === 'running' && <RunAddress run={run} />}
      <Agreement agreement={model.agreement} />
      <ModelActions model={model} />
    </section>
  );
}
