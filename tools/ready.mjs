// Makes the checkout ready to run on a machine that has Node and npm and nothing else.
//   node tools/ready.mjs          the packages and the program
//   node tools/ready.mjs web      … and the built page
//   node tools/ready.mjs test     … and, on Debian as root, the browser the tests drive
// Plain JavaScript, because it runs before anything is installed.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const wanted = process.argv.slice(2)

packages()
program()
if (wanted.includes("web") || wanted.includes("test")) page()
if (wanted.includes("test")) {
  browser()
  engine()
}

function packages() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  if (major < 20 || (major === 20 && minor < 19)) stop(`Plumbline needs Node 20.19 or newer; this is ${process.versions.node}.`)
  install(root, "package-lock.json", ["ci"], "Installing packages (once, about a minute) …")
}

/** JavaScript of the program: it starts in half the time and counts an eighth faster than when its TypeScript is read at each start. */
function program() {
  const files = ["src", "bench", "test/crash"].flatMap((folder) => sources(join(root, folder)))
  const from = `${files.length} files, the last of ${Math.max(...files.map(modified))}`
  const built = join(root, "build")
  if (isStamped(built, ".built-from", from)) return
  // Made aside, so that a command that is started meanwhile never meets half a program.
  const making = join(root, `build-${process.pid}`)
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc")
  run(process.execPath, [compiler, "-p", "tsconfig.build.json", "--outDir", making])
  writeFileSync(join(making, ".built-from"), from)
  putInPlace(making, built)
}

function page() {
  const built = join(root, "web", "dist")
  const first = join(built, "index.html")
  const newest = Math.max(...["web", "src"].flatMap((folder) => sources(join(root, folder))).map(modified))
  if (existsSync(first) && modified(first) >= newest) return
  say("Building the page …")
  // Aside as well: two that are started together would empty each other's folder.
  const making = `${built}-${process.pid}`
  const vite = join(root, "node_modules", "vite", "bin", "vite.js")
  run(process.execPath, [vite, "build", "web", "--outDir", making, "--emptyOutDir", "--logLevel", "warn"])
  putInPlace(making, built)
}

/** Moved, not removed, where something was before: two that are started together would remove the same files. */
function putInPlace(making, built) {
  const before = `${making}-before`
  moved(built, before)
  // Another one was as quick: its folder stands there already.
  if (!moved(making, built)) rmSync(making, { recursive: true })
  rmSync(before, { recursive: true, force: true })
}

/** Whether there was something to move, and room for it. */
function moved(from, to) {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "ENOTEMPTY") throw error
    return false
  }
}

function browser() {
  if (existsSync("/usr/bin/chromium")) return
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    say("There is no /usr/bin/chromium and it cannot be installed here: the browser tests will be skipped.")
    return
  }
  say("Installing Chromium for the browser tests (once) …")
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  run("apt-get", ["update", "-qq"], env)
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-core"], env)
}

/** The ClickHouse engine the parity tests run on: half a gigabyte, so in a folder of its own. */
function engine() {
  // Its lock file would lack other platforms' engines, which the registry does not have, and then `npm ci` refuses.
  const how = ["install", "--no-package-lock"]
  install(join(root, "test", "clickhouse"), "package.json", how, "Installing the ClickHouse engine for the parity tests (once) …")
}

/** What is installed is known by the file it was installed from, not by its date: git changes dates. */
function install(folder, from, how, why) {
  const digest = createHash("sha256").update(readFileSync(join(folder, from))).digest("hex")
  const modules = join(folder, "node_modules")
  if (isStamped(modules, ".installed-from", digest)) return
  say(why)
  run("npm", [...how, "--prefix", folder, "--no-audit", "--no-fund"])
  writeFileSync(join(modules, ".installed-from"), digest)
}

function isStamped(folder, name, from) {
  const stamp = join(folder, name)
  return existsSync(stamp) && readFileSync(stamp, "utf8") === from
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (/^dist(-\d+(-before)?)?$/.test(entry.name) || entry.name === "node_modules") return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : [path]
  })
}

function modified(path) {
  return statSync(path).mtimeMs
}

function run(command, args, env = process.env) {
  // What installers print belongs to standard error: standard output is for the result of the command that was asked for.
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], env })
  if (error) stop(`${command} could not be started: ${error.message}`)
  if (status !== 0) stop(`\`${command} ${args.join(" ")}\` failed with exit code ${status}; its messages are above.`)
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function stop(text) {
  say(text)
  process.exit(1)
}
