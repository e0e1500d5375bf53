import { posterSizeNames, type PosterSize, type PosterState } from '@anxing/contract/posters';

import { ErrorState } from '../../components/errorState';
import { Loading } from '../../components/loading';
import { usePosterPreview } from './api/posterFile';

interface Props {
  pointId: string;
  pointName: string;
  poster: PosterState;
  size: PosterSize;
}

/** The poster as it will be printed. As an image it can run nothing, whatever is in it. */
export function PosterPreview({ pointId, pointName, poster, size }: Props) {
  const { data, error, refetch } = usePosterPreview(pointId, poster.id, size);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <div className="posterSheet">
      {data ? (
        <img src={data} alt={`“${pointName}”的张贴码，${posterSizeNames[size]}，编号 ${poster.shortCode}`} />
      ) : (
        <Loading label="正在生成预览" />
      )}
    </div>
  );
}
