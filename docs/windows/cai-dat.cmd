@echo off
rem Cai docgen vao thu muc nay: bam dup vao tep. Khong can mang, khong can quyen quan tri.
setlocal
chcp 65001 >nul
title Cài đặt docgen
set "NOI=%~dp0"
set "PY="
for %%V in (3.14 3.13 3.12 3.11) do call :thu py -%%V
call :thu python
if not defined PY goto khong_co_python

echo Đang cài docgen, mất khoảng một phút ...
%PY% -m venv --clear "%NOI%moi-truong"
if errorlevel 1 goto khong_lap_duoc
"%NOI%moi-truong\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-index --find-links "%NOI%goi" "docgen[mo]"
if errorlevel 1 goto khong_cai_duoc
powershell -NoProfile -Command "$s = New-Object -ComObject WScript.Shell; foreach ($d in 'Desktop', 'Programs') { $k = $s.CreateShortcut((Join-Path $s.SpecialFolders.Item($d) 'docgen.lnk')); $k.TargetPath = $env:NOI + 'docgen.cmd'; $k.IconLocation = $env:NOI + 'docgen.ico'; $k.WindowStyle = 7; $k.Save() }"
if errorlevel 1 echo Không đặt được biểu tượng trên màn hình; hãy mở docgen bằng tệp docgen.cmd trong thư mục này.
echo.
echo Đã cài xong. Mở docgen bằng biểu tượng "docgen" trên màn hình hoặc trong bảng chọn Start.
echo Đừng chuyển thư mục này đi nơi khác; nếu chuyển thì chạy lại cai-dat.cmd.
pause
exit /b 0

:khong_co_python
echo Máy chưa có Python 3.11 đến 3.14 (bản 64 bit).
echo Hãy tải từ https://www.python.org/downloads/windows/ rồi chạy; ở màn hình đầu tiên đánh dấu ô "Add python.exe to PATH".
echo Cài Python xong, chạy lại cai-dat.cmd.
pause
exit /b 1

:khong_lap_duoc
echo Không ghi được vào thư mục %NOI%
echo Hãy đóng docgen nếu đang mở, hoặc chép cả thư mục này vào nơi ghi được (ví dụ D:\docgen), rồi chạy lại cai-dat.cmd.
pause
exit /b 1

:khong_cai_duoc
echo Không cài được từ thư mục "goi". Hãy chép lại đủ cả thư mục này rồi chạy lại cai-dat.cmd.
pause
exit /b 1

:thu
if defined PY exit /b 0
%* -c "import struct, sys; sys.exit(struct.calcsize('P') != 8 or not (3, 11) <= sys.version_info[:2] <= (3, 14))" >nul 2>&1
if not errorlevel 1 set "PY=%*"
exit /b 0
