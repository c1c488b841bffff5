fn main() { kientoan_shell::run() }
