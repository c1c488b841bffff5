# On a real Windows: silently in, the main job by the installed command line, silently out, the register still there.
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$env:KIENTOAN_PASSPHRASE = 'so mau ha noi 2016'

function Check($what, $holds) {
    if (-not $holds) { throw "FAILED: $what" }
    Write-Host "ok: $what"
}

function Answer([string[]] $words) {
    $text = & $cli @words --json
    if ($LASTEXITCODE -ne 0) { throw "FAILED: kientoan-cli $words ended with ${LASTEXITCODE}: $text" }
    $text | ConvertFrom-Json
}

$setup = Get-ChildItem target/release/bundle/nsis/*-setup.exe | Select-Object -First 1
$installed = Join-Path $env:LOCALAPPDATA 'Kiện Toàn'
$cli = Join-Path $installed 'kientoan-cli.exe'
$data = Join-Path $env:LOCALAPPDATA 'vn.kientoan.desktop'
$register = Join-Path $data 'Sổ thử.kientoan'
$paper = Join-Path $data 'danh sách.pdf'

$in = Start-Process $setup -ArgumentList '/S' -Wait -PassThru
Check 'installed silently' ($in.ExitCode -eq 0 -and (Test-Path $cli))

New-Item -ItemType Directory -Force $data | Out-Null
Answer 'sample', $register, '--until', '2016-04-20' | Out-Null
Answer 'import', $register, 'src-tauri/sample/1943-QD-UBND.docx' | Out-Null
Check '59 heads on 21-4-2016' ((Answer 'show', $register, 'ứng dụng', '--on', '2016-04-21').heads -eq 59)
Answer 'print', $register, 'ứng dụng', '--on', '2016-04-21', '-o', $paper | Out-Null
Check 'the register is whole' (Answer 'verify', $register).ok

# A reader that lets nobody else write.
$reader = [IO.File]::Open($paper, 'Open', 'Read', 'Read')
$refused = & $cli print $register 'ứng dụng' --on 2016-04-21 -o $paper --json | ConvertFrom-Json
$reader.Close()
Check 'a paper that is open is not replaced' ($refused.error.code -eq 'file_in_use')

# The program that removes copies itself away first and returns early.
Start-Process (Join-Path $installed 'uninstall.exe') -ArgumentList '/S' -Wait
for ($tries = 0; $tries -lt 60 -and (Test-Path $cli); $tries++) { Start-Sleep -Seconds 1 }
Check 'removed silently' (-not (Test-Path $cli))
Check 'the register is still there' (Test-Path $register)
