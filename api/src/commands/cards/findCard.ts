import type { Services } from '../../context';
import { PaperCard } from '../../models/paperCard';

/** Whose card it is; undefined when there is none such in force. @param reference 16 hexadecimal digits */
export async function personOfCard({ database }: Services, reference: string): Promise<string | undefined> {
  const [row] = await database.read(
    `SELECT person_id FROM ${PaperCard.tableName} WHERE reference = ? AND revoked_at IS NULL`,
    [reference],
  );

  return row && String(row.person_id);
}
