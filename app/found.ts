import { notFound } from "next/navigation";
import { NotFoundError } from "@/lib/errors";

/** For pages: what the store doesn't have becomes the "not found" page. */
export async function found<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
