import ListLoading from "../(lists)/loading";

export default function Loading() {
  return <ListLoading />;
}
