export const page = "<!doctype html><title>Narzędzia na niby</title>";
