import '../../../miniapp/types/global';
import '../../../miniapp/types/weappQrcode';
