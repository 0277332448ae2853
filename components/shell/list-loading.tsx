import type { Crumb } from "../ui/breadcrumbs";
import { PageHeader } from "../ui/page-header";
import { Skeleton, SkeletonRows } from "../ui/skeleton";
import { Page } from "./page";

export interface ListLoadingProps {
  title: string;
  /** What its title stands under. */
  before?: readonly Crumb[];
  /** Read out. */
  label: string;
  /** A line of filters stands over the rows. */
  filters?: boolean;
  /** A button stands beside the title. */
  action?: boolean;
}

const SHOWN = 8;

/** A list until its rows are there: what is known stands where it will stay. */
export function ListLoading({ title, before = [], label, filters, action }: ListLoadingProps) {
  return (
    <Page crumbs={[...before, { label: title }]}>
      <PageHeader
        title={title}
        actions={action ? <Skeleton className="h-9 w-44 max-md:h-11" /> : undefined}
      >
        <Skeleton className="my-1 w-72" />
      </PageHeader>
      {filters ? <Skeleton className="mb-5 h-9 w-full max-md:h-24" /> : null}
      <SkeletonRows label={label} rows={SHOWN} />
    </Page>
  );
}
